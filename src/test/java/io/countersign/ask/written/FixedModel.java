package io.countersign.ask.written;

import io.countersign.ask.LanguageModel;
import io.countersign.ask.ModelFailure;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes what a test wants, in pieces of a few characters, and remembers what it was asked. */
public final class FixedModel implements LanguageModel {
    private final String text;
    private final int piece;
    private final Optional<ModelFailure> failure;
    private final List<Prompt> prompts = new ArrayList<>();

    public FixedModel(String text, int piece, Optional<ModelFailure> failure) {
        this.text = text;
        this.piece = piece;
        this.failure = failure;
    }

    public static FixedModel saying(String text) {
        return new FixedModel(text, 7, Optional.empty());
    }

    public List<Prompt> prompts() {
        return List.copyOf(prompts);
    }

    @Override
    public String name() {
        return "fixed";
    }

    @Override
    public Reply write(Prompt prompt, Consumer<String> told, Progress progress) {
        prompts.add(prompt);
        for (int i = 0; i < text.length(); i += piece) {
            told.accept(text.substring(i, Math.min(text.length(), i + piece)));
        }
        return new Reply(text, failure);
    }
}
