package io.countersign.ask.answering;

import io.countersign.mail.Message;
import io.countersign.policy.Action;

/** An action on a mail that the person may want, and why, as one sentence. */
record Suggested(Message mail, Action action, String reason) {}
