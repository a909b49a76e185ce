package io.countersign.money;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Claims of one order, by their order id: within a merchant by any id, across merchants (shop and relay, shop and carrier)
 * by a distinctive one, where the amounts agree or only one states any.
 */
final class OrderGroups {
    private OrderGroups() {}

    private record Money(Claim.Flow flow, String currency, String amount) {
        static Money of(Claim claim) {
            return new Money(claim.flow(), claim.currency(), claim.amount().toPlainString());
        }
    }

    /** Groups of claims, which all have an order id and are in {@link Claim#ORDER}; so are the claims of each group. */
    static List<List<Claim>> of(List<Claim> claims) {
        var byId = new LinkedHashMap<String, Map<String, List<Claim>>>();
        for (var claim : claims) {
            byId.computeIfAbsent(claim.order(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(claim.merchant(), _ -> new ArrayList<>())
                    .add(claim);
        }
        var groups = new ArrayList<List<Claim>>();
        byId.forEach((id, byMerchant) -> groups.addAll(
                byMerchant.size() > 1 && OrderIds.isDistinctive(id)
                        ? acrossMerchants(byMerchant.values())
                        : byMerchant.values()));
        return groups;
    }

    private static List<List<Claim>> acrossMerchants(Iterable<List<Claim>> merchants) {
        var groups = new ArrayList<List<Claim>>();
        var byMoney = new HashMap<Money, List<Claim>>();
        var silent = new ArrayList<List<Claim>>();
        for (var claims : merchants) {
            var stated = claims.stream().filter(Claim::hasMoney).map(Money::of).toList();
            if (stated.isEmpty()) {
                silent.add(claims);
                continue;
            }
            var group = stated.stream()
                    .filter(byMoney::containsKey)
                    .findFirst()
                    .map(byMoney::get)
                    .orElseGet(() -> {
                        var fresh = new ArrayList<Claim>();
                        groups.add(fresh);
                        return fresh;
                    });
            group.addAll(claims);
            stated.forEach(money -> byMoney.putIfAbsent(money, group));
        }
        if (groups.size() != 1) {
            groups.addAll(silent);
        } else {
            silent.forEach(groups.getFirst()::addAll);
        }
        groups.forEach(group -> group.sort(Claim.ORDER));
        return groups;
    }
}
