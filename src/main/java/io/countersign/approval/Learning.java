package io.countersign.approval;

import io.countersign.learning.ConfidenceModel;
import io.countersign.learning.FeatureExtractor;
import io.countersign.learning.Narrative;
import io.countersign.learning.OnlineLearner;
import io.countersign.learning.UserWeights;

/** How decisions teach and how what was taught is used; one featurizer serves both. */
public record Learning(
        FeatureExtractor features,
        OnlineLearner learner,
        ConfidenceModel confidence,
        Narrative narrative,
        UserWeights weights) {
    /** The standard features, learner and confidence over these weights. */
    public static Learning standard(UserWeights weights) {
        var features = FeatureExtractor.standard();
        return new Learning(features, new OnlineLearner(), new ConfidenceModel(features), new Narrative(), weights);
    }
}
