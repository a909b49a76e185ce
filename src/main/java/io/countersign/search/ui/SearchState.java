package io.countersign.search.ui;

import io.countersign.search.ui.SearchReader.Answer;

/** What there is to show. */
sealed interface SearchState {
    /** Nothing is looked for yet. */
    record Start() implements SearchState {}

    /** The first answer is on its way. */
    record Searching() implements SearchState {}

    /** What was found, perhaps nothing. */
    record Ready(Answer answer) implements SearchState {}

    /** It could not be searched; {@code reason} says why in words. */
    record Failed(String reason) implements SearchState {}
}
