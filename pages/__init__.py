"""The pages of the app, one file each, and the widgets they share."""
