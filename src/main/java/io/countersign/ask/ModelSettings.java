package io.countersign.ask;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which language model to ask. Off until a person sets it up; the key is kept elsewhere ({@link ModelKey}).
 *
 * @param address of the server, such as {@code http://localhost:11434}; with {@code /v1} for most that are like OpenAI's
 * @param model as the server calls it
 * @param agreedAddress the address to which the person agreed that mail is sent; only it counts, so that another address asks anew
 */
public record ModelSettings(boolean on, Kind kind, String address, String model, String agreedAddress) {
    public static final ModelSettings OFF = new ModelSettings(false, Kind.OLLAMA, "", "", "");

    private static final int LONGEST = 2_000;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    public ModelSettings {
        address = address.strip();
        model = model.strip();
    }

    /** What language a server speaks. */
    public enum Kind {
        OLLAMA,
        /** What OpenAI's chat completions are, and what most others offer too. */
        OPENAI
    }

    /** What keeps a model from being asked. */
    public enum Obstacle {
        OFF,
        NO_MODEL,
        /** Neither http nor https, without a host, or with a password in it. */
        BAD_ADDRESS,
        /** Mail would leave this computer, and nobody agreed to that. */
        NOT_AGREED
    }

    /** Empty when the model may be asked. */
    public Optional<Obstacle> obstacle() {
        if (!on) {
            return Optional.of(Obstacle.OFF);
        } else if (uri().isEmpty()) {
            return Optional.of(Obstacle.BAD_ADDRESS);
        } else if (model.isEmpty() || model.length() > LONGEST) {
            return Optional.of(Obstacle.NO_MODEL);
        }
        return leavesComputer() && !agreedAddress.equals(address) ? Optional.of(Obstacle.NOT_AGREED) : Optional.empty();
    }

    /** Whether what is asked goes to another computer, as far as the address says; a name is not looked up. */
    public boolean leavesComputer() {
        return uri().map(uri -> !LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT))
                        .matches())
                .orElse(false);
    }

    /** The same, with the person's yes to sending mail to this address. */
    public ModelSettings agreed() {
        return new ModelSettings(on, kind, address, model, address);
    }

    private Optional<URI> uri() {
        try {
            var uri = new URI(address);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            return web && plain && uri.getHost() != null && address.length() <= LONGEST
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
