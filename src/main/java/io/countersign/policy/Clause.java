package io.countersign.policy;

/**
 * One leaf of a condition as it was evaluated on one mail.
 *
 * @param clause in words: {@code category is promotion}
 * @param matched whether the leaf held (for a leaf below {@code not}: whether the negated leaf held)
 * @param value what the mail has in that field, as text; empty when it has none
 */
public record Clause(String clause, boolean matched, String value) {}
