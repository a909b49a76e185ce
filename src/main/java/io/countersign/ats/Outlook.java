package io.countersign.ats;

import java.util.List;

/**
 * What can be expected of an application today.
 *
 * @param daysSilent whole days since the other side last spoke, else since the application; 0 when nothing tells
 * @param ghostingRisk 0..1, see {@link GhostingRisk}
 * @param replyOdds14d 0..1: the chance of an answer within 14 days given the silence so far
 * @param gain 0..1: how much of that chance, weighed by what is at stake, the next step can still change; ranks the list
 * @param reasons why, most telling first; never empty
 */
public record Outlook(
        int daysSilent,
        double ghostingRisk,
        double replyOdds14d,
        double gain,
        Standing standing,
        NextStep step,
        List<Reason> reasons) {
    public Outlook {
        reasons = List.copyOf(reasons);
    }
}
