package io.countersign.classify;

import io.countersign.mail.ParsedMail;

/** Whether the receiving server found that a mail comes from the domain that it names. */
public enum SenderProof {
    PASSED,
    FAILED,
    /** The server said nothing, which most archives and many providers do; no sign of fraud. */
    UNKNOWN;

    /** What the topmost Authentication-Results says. */
    public static SenderProof of(ParsedMail mail) {
        return Authentication.of(mail).proof();
    }
}
