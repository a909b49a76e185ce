package io.countersign.learning;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Learned weights per person. Blocking and thread-safe; takes part in the caller's transaction. */
public interface UserWeights {
    /** All of them as of now, largest magnitude first; those that faded away are absent. */
    List<UserWeight> all(String user);

    /** The weights of these features as their last decisions left them; a feature never learned is absent. */
    Map<String, TaughtWeight> of(String user, Collection<String> features);

    /** Stores new values; a weight that no decision taught is forgotten. */
    void put(String user, Map<String, TaughtWeight> weights);

    /** Features whose decisions must be replayed, since an earlier version of this program taught them by another rule. */
    List<String> outdated(String user);

    /**
     * Forgets everything, also how far confidences can be believed; returns how many features were forgotten. Decisions stay, and
     * later undo does not bring weights back.
     */
    int reset(String user);

    /** Forgets one feature. */
    boolean reset(String user, String feature);
}
