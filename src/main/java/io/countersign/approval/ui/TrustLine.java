package io.countersign.approval.ui;

import io.countersign.approval.trust.PolicyTrust;

/** Something about trust that waits for the person above the list. */
sealed interface TrustLine {
    PolicyTrust policy();

    /** May it act alone from now on? */
    record Question(PolicyTrust policy) implements TrustLine {}

    /** It asks again, and why. */
    record Demoted(PolicyTrust policy) implements TrustLine {}
}
