package io.countersign.shared.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers every question as the test decided before, and keeps what was asked. */
public final class ScriptedDialogs implements Dialogs {
    private final List<String> asked = new ArrayList<>();
    private boolean answer = true;

    public void answer(boolean yes) {
        answer = yes;
    }

    public List<String> asked() {
        return asked;
    }

    @Override
    public boolean confirm(String title, String message, String yes) {
        asked.add(title);
        return answer;
    }

    @Override
    public <T> Optional<T> choose(String title, String message, List<T> options) {
        asked.add(title);
        return options.stream().findFirst();
    }

    @Override
    public void error(String title, String message) {
        asked.add(title);
    }
}
