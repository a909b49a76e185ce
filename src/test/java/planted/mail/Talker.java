package planted.mail;

import picocli.CommandLine;

/** Breaks: only cli and app know picocli. */
public record Talker(CommandLine commandLine) {}
