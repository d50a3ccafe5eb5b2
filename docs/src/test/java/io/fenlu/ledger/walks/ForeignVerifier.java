package io.fenlu.ledger.walks;

import io.fenlu.ledger.house.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The verifier that a regulator gets, compiled as it lies in {@code docs/verifier} and knowing nothing of ours. */
final class ForeignVerifier {
    private final MethodHandle verify;

    private ForeignVerifier(MethodHandle verify) {
        this.verify = verify;
    }

    static Path source() {
        return Repository.root().resolve("docs/verifier/Verify.java");
    }

    /** Compiles it for the oldest Java that it promises to run on. */
    static ForeignVerifier compiledInto(Path directory) throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var options = List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-d",
                    Files.createDirectories(directory).toString());
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source()))
                    .call()) {
                throw new AssertionError(source() + " does not compile");
            }
        }
        var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        var type = loader.loadClass("Verify");
        var verify = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                .findStatic(
                        type,
                        "verify",
                        MethodType.methodType(String.class, InputStream.class, String.class, String.class));
        return new ForeignVerifier(verify);
    }

    /** Why it rejects an export; nothing when it accepts it. */
    Optional<String> objection(String export, String checkpoint, @Nullable String key) {
        return objection(export.getBytes(StandardCharsets.UTF_8), checkpoint, key);
    }

    Optional<String> objection(byte[] export, String checkpoint, @Nullable String key) {
        try (var stream = new ByteArrayInputStream(export)) {
            var said = (String) verify.invokeExact((InputStream) stream, checkpoint, key);
            return said.startsWith("OK: ") ? Optional.empty() : Optional.of(said);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        } catch (Throwable wrong) {
            if (!wrong.getClass().getName().equals("Verify$Wrong")) {
                throw new AssertionError("the verifier fell over", wrong);
            }
            return Optional.of(Objects.requireNonNull(wrong.getMessage()));
        }
    }
}
