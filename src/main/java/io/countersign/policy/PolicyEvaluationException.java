package io.countersign.policy;

/** A condition could not be evaluated on a mail. It is shown as an error of its policy and never counts as "no match". */
public final class PolicyEvaluationException extends RuntimeException {
    /** {@code clause} is the leaf in words; the message is a sentence for people. */
    public PolicyEvaluationException(String clause, Throwable cause) {
        super("The clause \"" + clause + "\" could not be evaluated: " + cause.getMessage(), cause);
    }

    PolicyEvaluationException(String sentence) {
        super(sentence);
    }
}
