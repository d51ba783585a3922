#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds what is out of date, makes one file that runs where Debian's packages do not fit.
set -euo pipefail
program=appimage.sh
# shellcheck source=packaging/common.sh
. "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"
root=$(treeRoot "${BASH_SOURCE[0]}")
folder=$root/build/release

usage() {
    cat <<END
Usage: packaging/appimage.sh [--no-setup] [--build-dir DIR] [--out DIR]

Builds the programs into build/release where they are out of date, and packs them with the models and the libraries that they need
into one file, AR-Diffusion_Explorer-x86_64.AppImage. It needs no FUSE and no installation: it unpacks itself (320 MB, below \$TMPDIR or
/tmp) while it runs. It runs where glibc is as new as here, with X11, OpenGL and fontconfig of the system.

  --no-setup        do not look for missing packages
  --build-dir DIR   build there and not in build/release
  --out DIR         write it there and not in build/appimage
  --help            this text

Exit status: 0 when the file is there, 1 otherwise, 2 on wrong usage.
END
}

doSetup=1 out=$root/build/appimage
readPackagingOptions "$@"

prepareEnvironment
[[ -z $doSetup ]] || setUp --appimage
for tool in patchelf mksquashfs; do
    command -v "$tool" >/dev/null || die "there is no $tool here: packaging/setup.sh --appimage installs what is needed"
done
lock "$folder"
configure release "$folder"
build "$folder" bin/ardiff bin/ardiff-explorer ardiff_manual

id=org.ardiffusion.Explorer
app=$out/AppDir
usr=$app/usr
slim=$folder/lib/ardiff/slim
rm -rf -- "$app"
mkdir -p -- "$usr/lib" "$usr/plugins" "$usr/translations"
cmake --install "$folder" --prefix "$usr" --strip >"$out/install.log" 2>&1 || die "the programs could not be installed; see $out/install.log"
unlock
rm -rf -- "$usr/lib/ardiff/slim" "$usr/lib/ardiff/check-slim-libraries.sh" # what LibTorch does not use is taken out of it below

# Of the system, wherever it runs: the libraries of its compiler, of its graphics driver, its X server and its fonts. Shorter than the
# list that AppImages go by (pkg2appimage/excludelist): a bare desktop has neither libOpenGL nor libgpg-error.
isOfTheSystem() {
    case "$1" in
        ld-linux* | libc.so* | libm.so* | libmvec.so* | libdl.so* | libpthread.so* | librt.so* | libresolv.so* | libutil.so*) ;;
        libstdc++.so* | libgcc_s.so* | libz.so* | libexpat.so*) ;;
        libGL.so* | libEGL.so* | libGLX.so* | libGLdispatch.so* | libdrm.so* | libgbm.so*) ;;
        libX11.so* | libX11-xcb.so* | libxcb.so* | libSM.so* | libICE.so*) ;;
        libfontconfig.so* | libfreetype.so*) ;;
        *) return 1 ;;
    esac
}

# collect FILE...: copies the libraries that these load, by the names by which they are looked for. A BLAS stays in a folder with its
# name: by that the engine tells which one it is.
collect() {
    local file name path
    for file; do
        while read -r name _ path _; do
            [[ $path == /* && $path != "$slim"/* ]] || continue
            isOfTheSystem "$name" && continue
            case $name in
                libblas.so*) copyLibrary "$(readlink -f -- "$path")" "$usr/lib/$(basename -- "$(dirname -- "$(readlink -f -- "$path")")")/$name" ;;
                *) copyLibrary "$path" "$usr/lib/$name" ;;
            esac
        done < <(LD_LIBRARY_PATH=$slim ldd "$file")
    done
}
copyLibrary() {
    [[ -e $2 ]] && return
    mkdir -p -- "$(dirname -- "$2")"
    cp -L -- "$1" "$2"
    chmod 644 -- "$2"
}

say "collecting libraries"
plugins=$(qmake6 -query QT_INSTALL_PLUGINS 2>/dev/null || echo /usr/lib/x86_64-linux-gnu/qt6/plugins)
for plugin in platforms/libqxcb platforms/libqoffscreen iconengines/libqsvgicon imageformats/libqsvg imageformats/libqjpeg; do
    [[ -e $plugins/$plugin.so ]] || continue
    mkdir -p -- "$usr/plugins/${plugin%/*}"
    cp -- "$plugins/$plugin.so" "$usr/plugins/$plugin.so"
done
collect "$usr/bin/ardiff" "$usr/bin/ardiff-explorer" "$usr/libexec/ardiff" "$usr"/lib/ardiff/*.so "$usr"/plugins/*/*.so
cp -- /usr/share/qt6/translations/qtbase_{de,zh_CN}.qm "$usr/translations/" 2>/dev/null || say "Qt's own German and Chinese texts are not here"
printf '[Paths]\nPrefix = ..\nPlugins = plugins\nTranslations = translations\n' >"$usr/bin/qt.conf"

# Every file finds its libraries from where it lies, without a variable of the environment; LibTorch without what it does not use.
torch=$(find "$usr/lib" -name 'libtorch_cpu.so*' -print -quit)
for library in "$slim"/*.so*; do
    [[ ! -e $library || -z $torch ]] || patchelf --remove-needed "${library##*/}" "$torch"
done
find "$usr/bin" "$usr/libexec" "$usr/lib" "$usr/plugins" -type f \( -name '*.so*' -o -perm -u+x \) -print | while read -r file; do
    up=$(realpath -m --relative-to "$(dirname -- "$file")" "$usr/lib")
    places=\$ORIGIN/$up
    for blas in "$usr"/lib/*/libblas.so*; do
        places+=:\$ORIGIN/$up/$(basename -- "$(dirname -- "$blas")")
    done
    patchelf --set-rpath "$places" "$file"
done

ln -s usr/bin/ardiff-explorer "$app/AppRun"
cp -- "$usr/share/applications/$id.desktop" "$app/"
cp -- "$usr/share/icons/hicolor/256x256/apps/$id.png" "$app/$id.png"
ln -s $id.png "$app/.DirIcon"

say "packing"
image=$out/AR-Diffusion_Explorer-$(uname -m).AppImage
"${CC:-cc}" -O2 -static -s "$root/packaging/appimage/runtime.c" -o "$out/runtime" -lsquashfuse -lzstd -llzma -llz4 -llzo2 -lz
printf 'AI\2' | dd of="$out/runtime" bs=1 seek=8 conv=notrunc status=none # so that desktops know what it is
# zstd: with xz it would take 18 seconds to start instead of 2.
mksquashfs "$app" "$out/app.sqfs" -comp zstd -Xcompression-level 15 -b 256K -root-owned -noappend -quiet -no-progress
cat -- "$out/runtime" "$out/app.sqfs" >"$image.new"
chmod +x -- "$image.new"
mv -- "$image.new" "$image"
rm -f -- "$out/runtime" "$out/app.sqfs"
printf '%s  %s\n' "$(du -h -- "$image" | cut -f 1)" "$image"
