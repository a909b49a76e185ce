package io.countersign.ats.detection;

import java.util.Optional;

/** What is known from other mails about who writes. Immutable while mails are read with it. */
public interface KnownEmployers {
    /** The employer whose people write from this domain, in lower case; never one of a mail provider or a relay. */
    Optional<String> companyOf(String senderDomain);

    /** True for the conversation of an application. */
    boolean isKnownThread(long threadId);
}
