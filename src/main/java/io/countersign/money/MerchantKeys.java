package io.countersign.money;

import io.countersign.classify.DataFile;
import io.countersign.shared.text.TextFold;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings names of merchants to one key, by the words of {@code money/merchants.txt}. Immutable; the key of a key is itself. */
public final class MerchantKeys {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PHRASE = 6;

    private final Map<String, Set<List<String>>> phrases = new HashMap<>();
    private final Map<List<String>, List<String>> aliases = new HashMap<>();

    private MerchantKeys(DataFile file) {
        for (var section : file.sections()) {
            if (section.name().equals("aliases")) {
                section.lines().forEach(this::addAlias);
            } else {
                var words = phrases.computeIfAbsent(section.name(), _ -> new HashSet<>());
                section.lines().forEach(line -> words.add(line.words()));
            }
        }
    }

    private void addAlias(DataFile.Line line) {
        var sides = line.text().split("=", -1);
        line.require(sides.length == 2 && !sides[1].isBlank(), "An alias is 'words = words'");
        aliases.put(
                List.of(sides[0].strip().split(" +", -1)),
                List.of(sides[1].strip().split(" +", -1)));
    }

    public static MerchantKeys load() {
        return new MerchantKeys(DataFile.resource("money", "merchants.txt"));
    }

    /** The key of a name. */
    public MerchantKey of(String merchant) {
        var name = merchant.length() > LONGEST_NAME ? merchant.substring(0, LONGEST_NAME) : merchant;
        var words = essential(afterStar(fold(name)));
        return new MerchantKey(aliases.getOrDefault(words, words));
    }

    private List<String> essential(List<String> words) {
        var fewer = withoutArticle(withoutLegalForm(withoutRelay(words)));
        return fewer.size() == words.size() ? words : essential(fewer);
    }

    /** Lower case, without accents. */
    private static String fold(String text) {
        var folded = TextFold.fold(text);
        return folded.chars().allMatch(c -> c < 0x80)
                ? folded
                : Normalizer.normalize(folded, Normalizer.Form.NFD)
                        .codePoints()
                        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                        .map(MerchantKeys::withoutStroke)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static int withoutStroke(int letter) {
        return switch (letter) {
            case 'ł' -> 'l';
            case 'ø' -> 'o';
            case 'đ' -> 'd';
            case 'ı' -> 'i';
            default -> letter;
        };
    }

    /** Banks write {@code RELAY *MERCHANT} and {@code MERCHANT*REFERENCE}. */
    private List<String> afterStar(String name) {
        int star = name.indexOf('*');
        if (star <= 0) {
            return split(name);
        }
        var before = split(name.substring(0, star));
        var after = split(name.substring(star + 1));
        return (has("relays", before) || before.isEmpty()) && !after.isEmpty() ? after : before;
    }

    /** The words of any short text, folded as those of a key are. */
    List<String> words(String text) {
        return split(fold(text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text));
    }

    private List<String> split(String name) {
        var words = new ArrayList<String>();
        for (var part : name.strip().split("[\\s,;/()]+", -1)) {
            addWords(words, withoutEnding(part));
        }
        return words;
    }

    private String withoutEnding(String part) {
        var host = part.startsWith("www.") ? part.substring(4) : part;
        for (int dot = host.indexOf('.', 1); dot > 0; dot = host.indexOf('.', dot + 1)) {
            if (has("endings", List.of(host.substring(dot + 1).split("\\.", -1)))) {
                return host.substring(0, dot);
            }
        }
        return host;
    }

    private static void addWords(List<String> words, String part) {
        var word = new StringBuilder();
        part.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            } else if (c != '\'' && c != '’' && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
    }

    private List<String> withoutRelay(List<String> words) {
        for (int link = 1; link < words.size() - 1; link++) {
            for (int relay = link + 1; relay < words.size() && relay <= link + LONGEST_PHRASE; relay++) {
                if (has("links", words.subList(link, relay)) && has("relays", words.subList(relay, words.size()))) {
                    return words.subList(0, link);
                }
            }
        }
        return words;
    }

    private List<String> withoutLegalForm(List<String> words) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - 1); length > 0; length--) {
            int cut = words.size() - length;
            if (has("legal forms", words.subList(cut, words.size()))) {
                return withoutLegalForm(words.subList(0, cut));
            }
        }
        return words;
    }

    private List<String> withoutArticle(List<String> words) {
        return words.size() > 1 && has("articles", words.subList(0, 1)) ? words.subList(1, words.size()) : words;
    }

    private boolean has(String section, List<String> words) {
        return phrases.getOrDefault(section, Set.of()).contains(words);
    }
}
