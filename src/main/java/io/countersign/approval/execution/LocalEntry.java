package io.countersign.approval.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Something that an approved proposal makes beside the mailbox; it goes again when the proposal is undone. */
public sealed interface LocalEntry {
    /**
     * A calendar entry.
     *
     * @param ics a whole RFC 5545 calendar
     */
    record CalendarEntry(String summary, Optional<Instant> startsAt, String ics) implements LocalEntry {}

    /**
     * A line of the task list.
     *
     * @param link where to do it, unchecked and from a stranger: shown, never opened by itself
     */
    record Task(String title, Optional<LocalDate> dueOn, Optional<String> link) implements LocalEntry {}

    /** New mail from this address goes to Junk. */
    record BlockedSender(String address) implements LocalEntry {}

    /**
     * New mail of this list goes to Archive.
     *
     * @param listId empty when the mail names none: then {@code address} stands for the list
     */
    record MutedList(String listId, String address) implements LocalEntry {}
}
