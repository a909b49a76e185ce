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
        if (log.knows(version)) {
            return false;
        }
        if (messages.count() == 0) {
            log.add(version);
            return false;
        }
        return true;
    }

    /** Looks at all mail; when it is cancelled, it is due again. Mail that a person corrected keeps the correction. */
    public RescanResult run(Progress progress) {
        var result = rescans.run(progress);
        log.add(version);
        return result;
    }
}
