package io.countersign.insight.recall;

/**
 * What is known of one stratum.
 *
 * @param mails in the stratum, those of the sample among them
 * @param answered a simple random sample of them
 * @param wanted of those answered
 */
public record Sampled(long mails, long answered, long wanted) {
    public Sampled {
        if (wanted < 0 || answered < wanted || mails < answered) {
            throw new IllegalArgumentException(wanted + " of " + answered + " of " + mails);
        }
    }
}
