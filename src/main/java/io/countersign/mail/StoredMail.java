package io.countersign.mail;

import java.util.List;
import java.util.UUID;

/**
 * A mail as it goes into the database for the first time.
 *
 * @param identity the same for the same mail, whenever and wherever it is read
 * @param defects what was wrong with it, in words
 */
public record StoredMail(Message message, UUID identity, RawLocation raw, List<String> defects) {
    public StoredMail {
        defects = List.copyOf(defects);
    }
}
