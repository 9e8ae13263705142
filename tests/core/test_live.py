"""Live commentary: minutes in either order of time and in either clock."""

import pytest

from core.live import live_lines

HALF_CLOCK = (
    "PRIMO TEMPO\n1' Partiti\n12' Gol di Galli\n45' Riposo\n47' Fine primo tempo\n"
    "SECONDO TEMPO\n1' Si riparte\n30' Palo\n48' Fine"
)
RUNNING = "1' Partiti\n44' Palo\n47' Fine primo tempo\n46' Si riparte\n75' Gol\n93' Triplice fischio"
NEWEST = "93’ Fine\n75’ Gol\n46’ Si riparte\nSECONDO TEMPO\nDue minuti di recupero\n44’ Palo\n1’ Partiti\nPRIMO TEMPO"
TITLED = "SECONDO TEMPO\n90' Palo\n46' Via\nPRIMO TEMPO\n46' Tiro\n2' Gol"
NO_HEADING = "2' Gol\n30' Palo\n44' Tiro\n3' Rigore\n41' Gol\n47' Fine"
EXTRA = (
    "90' Palo\n93' Fine del secondo tempo\nPRIMO TEMPO SUPPLEMENTARE\n91' Via\n107' Gol\n"
    "SECONDO TEMPO SUPPLEMENTARE\n106' Via\n119' Palo"
)


def told(text: str) -> str:
    minutes = [line.minute for line in live_lines(text, (0, len(text))) if line.minute]
    return " ".join(f"{m.minute}" + (f"+{m.added}" if m.added else "") for m in minutes)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        (HALF_CLOCK, "1 12 45 45+2 46 75 90+3"),
        (RUNNING, "1 44 45+2 46 75 90+3"),
        (NEWEST, "90+3 75 46 44 1"),
        (TITLED, "90 46 45+1 2"),
        (NO_HEADING, "2 30 44 48 86 90+2"),
        (EXTRA, "90 90+3 91 105+2 106 119"),
        ("12' pt - Gol\n5' st - Palo\n49' st Gol", "12 50 90+4"),
        ("45'+2 Palo\n90'+4' Gol", "45+2 90+4"),
        ("[min. 12] Gol\nMinuto 30: palo", "12 30"),
        ("Al 60’ gol\nAll’85’ palo", "60 85"),
        ("46' Fine\n45' Inizia il secondo tempo\n80' Gol", "45+1 46 80"),
        ("30' Si riparte dopo le cure a Galli\n40' Gol", "30 40"),
    ],
)
def test_minutes(text, minutes):
    assert told(text) == minutes


@pytest.mark.parametrize("text", ["Sette minuti di recupero", "20.45 Le squadre in campo", "2-1 per i padroni di casa"])
def test_lines_without_a_minute(text):
    assert [line.minute for line in live_lines(text, (0, len(text)))] == [None]


def test_spans_and_bodies():
    text = "x\n37’ GOL! Segna Galli\nSECONDO TEMPO\nChe partita"
    lines = live_lines(text, (2, len(text)))
    assert [text[line.body_start : line.end] for line in lines] == ["GOL! Segna Galli", "SECONDO TEMPO", "Che partita"]
    assert text[lines[0].minute.start : lines[0].minute.end] == "37’"
    assert [line.heading for line in lines] == [False, True, False]


def test_a_line_without_a_minute_knows_its_half():
    assert [line.period for line in live_lines(NEWEST, (0, len(NEWEST)))] == [2, 2, 2, 2, 1, 1, 1, 1]
