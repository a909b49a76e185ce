package io.countersign.policy;

import java.util.Collection;
import java.util.Locale;

/** Guesses what a person meant by a name that does not exist. */
final class Suggestions {
    private static final int LONGEST = 60;

    private Suggestions() {}

    /** " Did you mean x?" when one of the names is near, else the empty text. */
    static String didYouMean(String found, Collection<String> names) {
        var wanted = plain(found);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return "";
        }
        String best = "";
        int bestDistance = Math.max(2, wanted.length() / 4) + 1;
        for (var name : names) {
            int distance = distance(wanted, plain(name));
            if (distance < bestDistance) {
                best = name;
                bestDistance = distance;
            }
        }
        return best.isEmpty() ? "" : " Did you mean " + best + "?";
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Edit distance in which a swap of neighbours is one edit, and a missing beginning or end counts little. */
    private static int distance(String left, String right) {
        if (left.length() >= 3 && (right.startsWith(left) || right.endsWith(left))) {
            return right.equals(left) ? 0 : 1;
        }
        var rows = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, left, right, i, j);
            }
        }
        return rows[left.length()][right.length()];
    }

    private static int step(int[][] rows, String left, String right, int i, int j) {
        int changed = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + changed);
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }
}
