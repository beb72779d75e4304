#!/bin/sh
# Draws the pictures of extension/icons (ImageMagick). They are committed; run this after changing a drawing.
set -eu
cd "$(dirname "$0")/../extension/icons"
# a drawing on a 96 px square, scaled to each size
draw() { # name size stroke/fill commands...
    out=$1; size=$2; shift 2
    convert -size 384x384 xc:none -scale 100% "$@" -filter Lanczos -resize "${size}x${size}" -strip "PNG32:$out"
}
page() { # name size paper edge mark
    draw "$1" "$2" -fill "$3" -stroke "$4" -strokewidth 20 -draw 'path "M 76,36 L 232,36 L 308,112 L 308,348 L 76,348 Z"' \
        -fill none -draw 'path "M 128,120 L 196,120"' -draw 'path "M 128,172 L 256,172"' \
        -stroke "$5" -strokewidth 34 -draw 'path "M 124,252 L 176,304 L 272,212"'
}
for size in 24 42; do page thethuc-$size.png $size '#ffffff' '#3a3a3a' '#c9211e'; done
page thethuc-24-dark.png 24 '#2b2b2b' '#e0e0e0' '#ff6d6d'
page thethuc_16.png 16 '#ffffff' '#3a3a3a' '#c9211e'
page thethuc_26.png 26 '#ffffff' '#3a3a3a' '#c9211e'
draw error.png 16 -fill '#d3302f' -draw 'circle 192,192 192,52'
draw warning.png 16 -fill '#e08a00' -draw 'polygon 192,40 356,336 28,336'
draw info.png 16 -fill '#2f7fd6' -draw 'circle 192,192 192,32' -fill white -draw 'circle 192,108 192,84' -draw 'roundrectangle 168,152 216,300 12,12'
draw person.png 16 -fill '#7a7a7a' -draw 'circle 192,116 192,44' -draw 'path "M 48,344 A 144,140 0 0 1 336,344 Z"'
draw ignored.png 16 -fill none -stroke '#8a8a8a' -strokewidth 40 -draw 'circle 192,192 192,56' -draw 'line 96,96 288,288'
