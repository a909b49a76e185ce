package io.countersign.ats.detection;

import io.countersign.classify.SenderProof;
import java.util.List;

/**
 * Why a recruiter's mail may be a scam, and what to check before answering it.
 *
 * @param score 0 (nothing odd) to 100 (surely hostile)
 * @param reasons whole sentences in English, gravest first, as {@code Understanding.riskReasons} holds them
 * @param checks what to do about it, most important first; each is the text {@code scam.check.ID}
 */
public record RecruiterRisk(int score, List<String> reasons, List<String> checks, SenderProof proof) {
    /** From this score on it is worth a warning. */
    public static final int NOTEWORTHY = 40;

    public RecruiterRisk {
        reasons = List.copyOf(reasons);
        checks = List.copyOf(checks);
    }
}
