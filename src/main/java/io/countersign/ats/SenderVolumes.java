package io.countersign.ats;

import java.util.Map;

/** How much mail each domain sends. Blocking and thread-safe. */
@FunctionalInterface
public interface SenderVolumes {
    /** Stored mails by the domain of their sender, in lower case. */
    Map<String, Long> byDomain();
}
