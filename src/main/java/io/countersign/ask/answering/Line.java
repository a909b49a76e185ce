package io.countersign.ask.answering;

import io.countersign.mail.Message;
import java.time.Instant;
import java.util.List;

/**
 * One thing that an answer lists.
 *
 * @param at by which lines are ordered
 * @param when the same in words
 * @param text what it is, on one line, the date included
 * @param proof the mails behind it, the one that tells most first
 */
record Line(Instant at, String when, String text, List<Message> proof) {
    Line {
        proof = List.copyOf(proof);
    }
}
