package io.countersign.policy;

/**
 * Why a policy was refused.
 *
 * @param path to the clause: {@code policies[2].condition.all[1].lt[0]}; empty when it concerns the file as a whole
 * @param message a sentence that names what was found and what is allowed
 */
public record PolicyProblem(String path, String message) {
    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
