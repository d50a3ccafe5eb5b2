package io.fenlu.ledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** On what was measured. */
final class Machine {
    private Machine() {}

    static Map<String, Object> described(Path directory) throws IOException {
        var runtime = Runtime.getRuntime();
        var machine = new LinkedHashMap<String, Object>();
        machine.put("processors", runtime.availableProcessors());
        machine.put("processor", processor());
        machine.put("heap_at_most_mb", runtime.maxMemory() >> 20);
        machine.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("file_system", Files.getFileStore(directory).type());
        return machine;
    }

    private static String processor() throws IOException {
        var cpus = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(cpus)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(cpus)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
