package planted.mail;

import oshi.SystemInfo;

/** Breaks: only job.power asks the hardware. */
public record Battery(SystemInfo system) {}
