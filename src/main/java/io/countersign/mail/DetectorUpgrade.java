package io.countersign.mail;

import io.countersign.shared.task.Progress;

/** Looks at all mail again, once, when the detectors have changed since they last did. Blocking. */
public final class DetectorUpgrade {
    private final RescanService rescans;
    private final MessageRepository messages;
    private final DetectorLog log;
    private final String version;

    /** {@code version} names the detectors behind {@code rescans}, see {@link DetectorVersion}. */
    public DetectorUpgrade(RescanService rescans, MessageRepository messages, DetectorLog log, String version) {
        this.rescans = rescans;
        this.messages = messages;
        this.log = log;
        this.version = version;
    }

    /** True when there is mail that only older detectors have seen. */
    public boolean isDue() {
        startIfEmpty();
        return !log.knows(version);
    }

    /** Notes that older detectors have seen no mail where there is none; to be called before mail comes in. */
    public void startIfEmpty() {
        if (!log.knows(version) && messages.count() == 0) {
            log.add(version);
        }
    }

    /** Looks at all mail; when it is cancelled, it is due again. Mail that a person corrected keeps the correction. */
    public RescanResult run(Progress progress) {
        var result = rescans.run(progress);
        log.add(version);
        return result;
    }
}
