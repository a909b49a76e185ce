package io.countersign.ats;

import java.time.Instant;
import java.util.List;

/** Orders applications by what an action now can still change. Pure and thread-safe. */
public interface Ranking {
    /** All of them by rank, ended ones last; the same applications and time give the same order. */
    List<RankedApplication> rank(List<Application> applications, Instant now);
}
