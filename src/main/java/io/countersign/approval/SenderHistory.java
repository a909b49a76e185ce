package io.countersign.approval;

/** What this person decided before about one sender's mail. */
public record SenderHistory(long approved, long rejected, long undone) {}
