"""Random claims and texts through whole checks; at length: `whole_checks 100000`."""

from tests.harness import whole_checks


def test_random_inputs_break_no_check(capsys):
    broken = whole_checks.run(range(600), seed=5, texts=0.02, together=10)

    assert broken == 0, capsys.readouterr().out


def test_a_fault_inside_is_noticed(monkeypatch):
    def broken(*given, **named):
        raise TypeError("planted")

    monkeypatch.setattr("factcheck.resolution.relating.join_events", broken)

    assert whole_checks.run(range(3), seed=5, texts=0, together=1) == 3
