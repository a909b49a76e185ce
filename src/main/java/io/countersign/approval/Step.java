package io.countersign.approval;

import java.time.Instant;
import java.util.Optional;

/**
 * What was decided at once, as far as counting needs it: light, since there are as many as the person ever pressed a key.
 *
 * @param size proposals, or mails that were acted on by hand
 * @param undoneAt when it was taken back
 */
public record Step(Instant at, int size, Optional<Instant> undoneAt) {}
