package io.countersign.policy.ui;

import io.countersign.policy.ImportPreview;
import io.countersign.policy.PolicyProblem;
import java.util.List;

/** A file of policies that was chosen to be read in. */
sealed interface ImportState {
    /** None was chosen. */
    record None() implements ImportState {}

    /** It is on its way. */
    record Reading(String file) implements ImportState {}

    /** It would change this. */
    record Previewed(String file, ImportPreview preview) implements ImportState {
        /** How many entries would change something. */
        long changing() {
            return preview.entries().stream().filter(Previewed::changes).count();
        }

        static boolean changes(ImportPreview.Entry entry) {
            return entry.stored().isEmpty() || !entry.changed().isEmpty();
        }
    }

    /** Nothing of it can be used, for these reasons. */
    record Refused(String file, List<PolicyProblem> problems) implements ImportState {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
