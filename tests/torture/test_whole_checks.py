"""Random claims and texts through whole checks; for hours: `whole_checks 100000`."""

from tests.harness import whole_checks


def test_random_inputs_break_no_check(capsys):
    broken = whole_checks.run(150, seed=5, texts=0.04, only=None)

    assert broken == 0, capsys.readouterr().out


def test_a_fault_inside_is_noticed(monkeypatch):
    def broken(*given, **named):
        raise TypeError("planted")

    monkeypatch.setattr("factcheck.resolution.relating.join_events", broken)

    assert whole_checks.run(3, seed=5, texts=0, only=None) == 3
