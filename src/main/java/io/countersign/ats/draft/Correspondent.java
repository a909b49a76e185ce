package io.countersign.ats.draft;

import io.countersign.mail.Message;
import java.util.Optional;

/**
 * Whom a draft is written to.
 *
 * @param name of a person; empty when none is known
 * @param to an address that somebody reads; empty when there is none
 * @param last their newest mail
 */
record Correspondent(Optional<String> name, String to, Message last) {}
