package io.countersign.insight.recall;

import io.countersign.policy.Action;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Stored questions, frames and acts of one person. Blocking and thread-safe; takes part in the caller's transaction. */
public interface RecallRecords {
    /** What is known per policy about mail received, and acts done, from then on. */
    Map<Long, Evidence> evidence(Instant from);

    /** Questions without an answer, oldest first. */
    List<Asked> open();

    /** Every question that was ever asked. */
    List<Asked> all();

    /** Stores or takes back an answer; returns the policy of the question, empty when there is no such question. */
    Optional<Long> answer(long questionId, Optional<Boolean> wanted, Instant at);

    /** When questions were last drawn. */
    Optional<Instant> lastDraw();

    /** Stores a draw: the sizes of all frames, which earlier questions still count, and the new questions. */
    void store(Draw draw, Instant at);

    /** Which mails have had a proposal of this action, by any policy. */
    LongPredicate proposed(Action action);

    /** Which mails stand handled by hand for a policy. */
    Map<Long, Collection<Long>> handledByHand();

    /** Works out anew what the policies have reached. */
    void recountReach();

    /** Stores how many mails each policy missed, and the recall that follows; policies that are not named have no evidence. */
    void putMissed(Map<Long, Double> missed, Instant at);

    /** Stores it for one policy; empty: there is no evidence. */
    void putMissed(long policyId, Optional<Double> missed, Instant at);

    /** A question as it is stored. */
    record Asked(long id, long policyId, long messageId, Action action, Stratum stratum, Instant askedAt) {}

    /** A question that is not asked yet. */
    record New(long policyId, long messageId, Action action, Stratum stratum) {}

    /** The unfired mail of one policy in one stratum. */
    record FrameKey(long policyId, Stratum stratum) {}

    /** The outcome of a draw; {@code counted}: ids of the earlier questions that are part of the sample. */
    record Draw(Map<FrameKey, Long> frames, Collection<Long> counted, List<New> questions) {
        public Draw {
            frames = Map.copyOf(frames);
            counted = List.copyOf(counted);
            questions = List.copyOf(questions);
        }
    }
}
