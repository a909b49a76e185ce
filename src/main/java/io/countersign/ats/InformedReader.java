package io.countersign.ats;

import io.countersign.ats.detection.KnownEmployers;
import io.countersign.mail.Message;
import io.countersign.mail.Understanding;
import java.util.Optional;

/** Reads stored mail again with what other mails tell about its sender and its conversation. Blocking and thread-safe. */
public interface InformedReader {
    /** What it is understood as then; empty when its raw bytes are gone. */
    Optional<Understanding> read(Message message, KnownEmployers known);
}
