package io.countersign.approval;

import io.countersign.learning.CalibrationLog;
import io.countersign.learning.Calibrator;
import io.countersign.learning.ConfidenceModel;
import io.countersign.learning.FeatureExtractor;
import io.countersign.learning.Narrative;
import io.countersign.learning.OnlineLearner;
import io.countersign.learning.UserWeights;

/** How decisions teach and how what was taught is used; one featurizer serves both. */
public record Learning(
        FeatureExtractor features,
        OnlineLearner learner,
        Calibrator calibrator,
        ConfidenceModel confidence,
        Narrative narrative,
        UserWeights weights,
        CalibrationLog calibrations) {
    /** The standard features, learner and confidence over what was learned so far. */
    public static Learning standard(UserWeights weights, CalibrationLog calibrations) {
        var features = FeatureExtractor.standard();
        var calibrator = new Calibrator();
        return new Learning(
                features,
                new OnlineLearner(),
                calibrator,
                new ConfidenceModel(features, calibrator),
                new Narrative(),
                weights,
                calibrations);
    }
}
