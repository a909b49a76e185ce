package io.countersign.ats.draft;

import io.countersign.ats.ApplicationId;
import java.util.Optional;

/** Knows what became of applications that were joined to others. Blocking and thread-safe. */
@FunctionalInterface
public interface CurrentApplications {
    /** The application that is named so, or holds what was; empty when it is gone. */
    Optional<ApplicationId> of(ApplicationId id);
}
