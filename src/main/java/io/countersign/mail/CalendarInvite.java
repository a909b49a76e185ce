package io.countersign.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * The appointment in a calendar part; a later one with the same UID replaces or cancels an earlier one.
 *
 * @param uid at most 300 characters
 * @param sequence 0 or more; higher is newer
 * @param start empty when it is not stated or in a zone that nobody knows
 */
public record CalendarInvite(String uid, int sequence, boolean cancelled, Optional<Instant> start) {}
