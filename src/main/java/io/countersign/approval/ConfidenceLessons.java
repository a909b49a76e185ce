package io.countersign.approval;

import io.countersign.approval.DecisionRepository.Decision;
import io.countersign.learning.Calibration;
import io.countersign.learning.CalibrationLog.Checkpoint;
import io.countersign.learning.CalibrationLog.Sample;
import io.countersign.learning.Signals;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Learns from decisions how far confidences can be believed, and unlearns them; the order is that of batches and proposals. */
final class ConfidenceLessons {
    private final String user;
    private final Learning learning;

    ConfidenceLessons(String user, Learning learning) {
        this.user = user;
        this.learning = learning;
    }

    /** @param weights those that spoke about the mails before these decisions */
    void learn(
            long batch,
            boolean approve,
            List<Decision> decisions,
            Map<Long, Double> priors,
            Map<String, Double> weights) {
        var known = current();
        var samples = decisions.stream()
                .filter(decision -> priors.containsKey(decision.proposalId()))
                .sorted(Comparator.comparingLong(Decision::proposalId))
                .map(decision -> new Sample(
                        batch,
                        decision.proposalId(),
                        decision.action(),
                        approve,
                        priors.getOrDefault(decision.proposalId(), 0.5),
                        Signals.of(decision.features(), weights)))
                .toList();
        learning.calibrations().add(user, batch, samples);
        learning.calibrations().put(user, new Checkpoint(batch, taught(known, samples)));
    }

    void unlearn(long batch, Collection<Long> proposalIds) {
        if (learning.calibrations().remove(user, batch, proposalIds) > 0) {
            learning.calibrations().dropFrom(user, batch);
            var left = replayed(learning.calibrations().newest(user));
            if (left.batch() > 0) {
                learning.calibrations().put(user, left);
            }
        }
    }

    /** What is stored holds everything; nothing is, before the first decision and where an earlier version made those there are. */
    Calibration current() {
        var stored = learning.calibrations().newest(user);
        return stored.orElseGet(() -> replayed(stored)).calibration();
    }

    /** Stores what the samples teach where no calibration is stored. */
    void relearn() {
        var stored = learning.calibrations().newest(user);
        if (stored.isEmpty()) {
            var replayed = replayed(stored);
            if (replayed.batch() > 0) {
                learning.calibrations().put(user, replayed);
            }
        }
    }

    private Checkpoint replayed(Optional<Checkpoint> stored) {
        var from =
                stored.orElseGet(() -> new Checkpoint(0, learning.calibrator().untaught()));
        var later = learning.calibrations().after(user, from.batch());
        return later.isEmpty() ? from : new Checkpoint(later.getLast().batch(), taught(from.calibration(), later));
    }

    private Calibration taught(Calibration before, List<Sample> samples) {
        var known = before;
        for (var sample : samples) {
            known = learning.calibrator()
                    .taught(known, sample.action(), sample.prior(), sample.signals(), sample.approve());
        }
        return known;
    }
}
