package io.countersign.ask;

import io.countersign.search.SearchRequest.Mode;

/** What a person wants to know, in their words. */
public record Question(String text, Mode mode) {}
