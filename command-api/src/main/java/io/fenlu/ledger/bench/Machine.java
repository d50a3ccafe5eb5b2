package io.fenlu.ledger.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** On what was measured. */
final class Machine {
    private static final int SYNCS = 101;
    private static final int BLOCK = 16_384;

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
        machine.put("sync_micros", syncMicros(directory));
        return machine;
    }

    /** How long the disk takes for one flush, after one more block at the end of a file: the median of many. Stock waits for it once for each command. */
    private static long syncMicros(Path directory) throws IOException {
        var file = Files.createTempFile(directory, "sync", ".bench");
        var micros = new ArrayList<Long>();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (var round = 0; round < SYNCS; round++) {
                channel.write(ByteBuffer.allocate(BLOCK));
                var begun = System.nanoTime();
                channel.force(true);
                micros.add((System.nanoTime() - begun) / 1_000);
            }
        } finally {
            Files.delete(file);
        }
        return Thousandths.median(micros);
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
