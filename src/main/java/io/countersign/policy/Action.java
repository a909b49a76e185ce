package io.countersign.policy;

import java.util.Optional;

/** What a policy proposes to do with a mail. {@link #id()} and the component names are the JSON of {@code action} and {@code params}. */
public sealed interface Action {
    /** The stable name in JSON, the database and metrics. */
    String id();

    /** True when only asking makes sense: its effect reaches beyond where the mail is shown. */
    default boolean isDestructive() {
        return false;
    }

    /** Changes only where a mail is or how it is marked, so that a person may as well do it by hand. */
    sealed interface OnMailbox extends Action permits Archive, Label, MoveToFolder, MarkRead {}

    record Archive() implements OnMailbox {
        @Override
        public String id() {
            return "archive_email";
        }
    }

    record Label(String label) implements OnMailbox {
        @Override
        public String id() {
            return "label_email";
        }
    }

    record MoveToFolder(String folder) implements OnMailbox {
        @Override
        public String id() {
            return "move_to_folder";
        }
    }

    record MarkRead() implements OnMailbox {
        @Override
        public String id() {
            return "mark_read";
        }
    }

    record Unsubscribe() implements Action {
        @Override
        public String id() {
            return "unsubscribe_via_header";
        }

        @Override
        public boolean isDestructive() {
            return true;
        }
    }

    record CreateCalendarEvent() implements Action {
        @Override
        public String id() {
            return "create_calendar_event";
        }
    }

    /**
     * An entry in the task list.
     *
     * @param title empty: the subject of the mail
     * @param dueInDays days from the decision; empty: no due date
     */
    record CreateTask(Optional<String> title, Optional<Integer> dueInDays) implements Action {
        @Override
        public String id() {
            return "create_task";
        }
    }

    record BlockSender() implements Action {
        @Override
        public String id() {
            return "block_sender";
        }

        @Override
        public boolean isDestructive() {
            return true;
        }
    }

    record QuarantineAttachment() implements Action {
        @Override
        public String id() {
            return "quarantine_attachment";
        }

        @Override
        public boolean isDestructive() {
            return true;
        }
    }
}
