package io.countersign.learning;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Learned weights per person. Blocking and thread-safe; takes part in the caller's transaction. */
public interface UserWeights {
    /** All of them, largest magnitude first. */
    List<UserWeight> all(String user);

    /** The weights of these features; a feature never learned is absent. */
    Map<String, Double> of(String user, Collection<String> features);

    /** Stores new values. */
    void put(String user, Map<String, Double> weights);

    /** Forgets everything; returns how many features were forgotten. Decisions stay, and later undo does not bring weights back. */
    int reset(String user);

    /** Forgets one feature. */
    boolean reset(String user, String feature);
}
