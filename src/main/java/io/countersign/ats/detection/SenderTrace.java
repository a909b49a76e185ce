package io.countersign.ats.detection;

import io.countersign.ats.detection.RelaySystem.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Who is behind a mail, as addresses, headers and links show it.
 *
 * @param system the system that sent it or that it links to
 * @param sent true when the system sent it, false when it is only linked to
 * @param seen the header or link that shows the system
 * @param name the sender's display name
 * @param shared true when no single person is behind the address
 * @param tenants accounts of employers at systems, as links and addresses name them
 * @param ownDomain the first label of the sender's domain when that is no relay, board or mail provider
 * @param employer true when name or address are those of somebody who hires
 */
record SenderTrace(
        Optional<RelaySystem> system,
        boolean sent,
        String seen,
        String name,
        boolean shared,
        List<String> tenants,
        Optional<String> ownDomain,
        boolean employer) {

    /** The same, of somebody who hires when {@code known}. */
    SenderTrace known(boolean known) {
        return new SenderTrace(system, sent, seen, name, shared, tenants, ownDomain, employer || known);
    }

    boolean onBoard() {
        return sent && system.filter(one -> one.kind() == Kind.BOARD).isPresent();
    }

    boolean sentBy(Kind kind) {
        return sent && system.filter(one -> one.kind() == kind).isPresent();
    }
}
