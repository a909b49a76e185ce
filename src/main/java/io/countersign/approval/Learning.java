package io.countersign.approval;

import io.countersign.learning.CalibrationLog;
import io.countersign.learning.Calibrator;
import io.countersign.learning.ConfidenceModel;
import io.countersign.learning.FeatureExtractor;
import io.countersign.learning.Narrative;
import io.countersign.learning.OnlineLearner;
import io.countersign.learning.UserWeights;
import io.countersign.mail.Message;
import java.util.List;

/** How decisions teach and how what was taught is used; one featurizer serves both. */
public record Learning(
        FeatureExtractor features,
        OnlineLearner learner,
        Calibrator calibrator,
        ConfidenceModel confidence,
        Narrative narrative,
        UserWeights weights,
        CalibrationLog calibrations) {
    /** The features of a mail that can be stored one a line. */
    List<String> visible(Message mail) {
        return features.features(mail).stream()
                .filter(feature -> feature.indexOf('\n') < 0)
                .toList();
    }

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
