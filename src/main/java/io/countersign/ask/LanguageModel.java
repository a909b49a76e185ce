package io.countersign.ask;

import io.countersign.shared.task.Progress;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Something that goes on writing from what it is given. It is given words and gives words: it has no tools, and nothing it writes
 * is carried out. Blocking and thread-safe.
 */
public interface LanguageModel {
    /** Its name as a person would recognise it. */
    String name();

    /**
     * Writes, telling each piece on the calling thread as it comes. Whatever goes wrong on the way is part of the reply.
     *
     * @throws java.util.concurrent.CancellationException when cancelled; the connection is closed by then
     */
    Reply write(Prompt prompt, Consumer<String> told, Progress progress);

    /**
     * What a model is asked to do.
     *
     * @param rules how to write, in our words only
     * @param material the question and what others wrote
     */
    record Prompt(String rules, String material) {}

    /**
     * What a model wrote.
     *
     * @param text all pieces that were told
     * @param failure why there is not more of it, if it did not end by itself
     */
    record Reply(String text, Optional<ModelFailure> failure) {}
}
