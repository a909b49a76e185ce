package io.countersign.money.ui;

import io.countersign.shared.ui.MailBody;

/** The mail beside the table: none, being read, read, or not readable. */
sealed interface MailState {
    record None() implements MailState {}

    record Reading(long messageId) implements MailState {}

    record Ready(long messageId, MailBody body) implements MailState {}

    record Failed(long messageId, String reason) implements MailState {}
}
